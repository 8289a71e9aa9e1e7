package org.vppworkbench.app.io.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** No whole reply came. The message is for the user and names neither address nor header. */
final class TransportException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean worthRepeating;

    private TransportException(String message, boolean worthRepeating) {
        super(message);
        this.worthRepeating = worthRepeating;
    }

    static TransportException tooLarge(long maxBytes) {
        return new TransportException("the reply is larger than " + maxBytes + " bytes", false);
    }

    static TransportException timeout(Duration limit) {
        return new TransportException("no complete reply within " + limit.toMillis() / 1000.0 + " s", true);
    }

    /** The causes of the library's exceptions are dropped: they may quote the request. */
    static TransportException of(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case TransportException own -> {
                    return own;
                }
                case HttpConnectTimeoutException _ -> {
                    return new TransportException("no connection: the server does not answer", true);
                }
                case ConnectException _ -> {
                    return new TransportException("no connection: unknown server, or it refuses", true);
                }
                case SSLException _ -> {
                    return new TransportException("no encrypted connection: the server's certificate is not accepted", false);
                }
                default -> {
                    // look at its cause
                }
            }
        }
        return new TransportException("the reply broke off", true);
    }

    boolean worthRepeating() {
        return worthRepeating;
    }
}
