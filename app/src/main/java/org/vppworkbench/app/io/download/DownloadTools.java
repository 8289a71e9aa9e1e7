package org.vppworkbench.app.io.download;

/**
 * What all clients work with.
 *
 * @param environment addresses and keys
 * @param transport the network
 * @param clock the time
 * @param retries how often to ask again
 * @param cache replies kept on disk
 */
record DownloadTools(
        Environment environment, HttpTransport transport, DownloadClock clock, RetryPolicy retries, DownloadCache cache) {}
