package org.vppworkbench.app.io.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** ZIP files in memory. */
public final class Zips {
    private Zips() {}

    /** Entries as {@code name, text, name, text}. */
    public static byte[] of(String... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What OASIS sends instead of a table. */
    static byte[] errorXml(String text) {
        return of("INVALID_REQUEST.xml",
                "<?xml version=\"1.0\"?><m:OASISReport xmlns:m=\"http://www.caiso.com/soa/OASISReport_v1.xsd\">"
                        + "<m:MessagePayload><m:RTO><m:name>CAISO</m:name><m:ERROR><m:ERR_CODE>1004</m:ERR_CODE><m:ERR_DESC>"
                        + text + "</m:ERR_DESC></m:ERROR></m:RTO></m:MessagePayload></m:OASISReport>");
    }
}
