package org.vppworkbench.app.io.download;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.vppworkbench.app.io.download.ContentCheck.Verdict;

/** Looks whether a reply of OASIS is a whole ZIP with a table, or an error in XML inside one. */
final class OasisZip {
    /** A month of five-minute prices is 10 MB; this is for other people's ZIP files. */
    private static final long MAX_UNPACKED_BYTES = 300_000_000;

    private static final int MAX_ENTRIES = 100;
    private static final int MAX_ERROR_BYTES = 100_000;
    private static final byte[] END_OF_DIRECTORY = {'P', 'K', 5, 6};
    /** End record and the longest comment (APPNOTE 4.3.16). */
    private static final int END_AREA = 22 + 65_535;

    private static final Pattern DESCRIPTION =
            Pattern.compile("<(?:\\w+:)?ERR_DESC>\\s*(.*?)\\s*</(?:\\w+:)?ERR_DESC>", Pattern.DOTALL);

    private OasisZip() {}

    static Verdict check(byte[] body) {
        if (body.length == 0) {
            return Verdict.brokenOff("the reply is empty");
        }
        if (body.length < 4 || body[0] != 'P' || body[1] != 'K') {
            return Verdict.refused(JsonBody.startsLikeMarkup(body)
                    ? "a web page came instead of a ZIP file: perhaps the service is closed for maintenance"
                    : "the reply is not a ZIP file", "a ZIP file; try again later");
        }
        if (!hasEndOfDirectory(body)) {
            return Verdict.brokenOff("the ZIP file ends too early");
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            return entries(zip);
        } catch (IOException | IllegalArgumentException e) {
            return Verdict.brokenOff("the ZIP file is damaged");
        }
    }

    private static Verdict entries(ZipInputStream zip) throws IOException {
        long unpacked = 0;
        boolean table = false;
        int count = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (++count > MAX_ENTRIES) {
                return Verdict.refused("the ZIP file has too many entries", "up to " + MAX_ENTRIES);
            }
            if (name.endsWith(".xml")) {
                return error(zip);
            }
            table |= name.endsWith(".csv");
            unpacked += skip(zip, MAX_UNPACKED_BYTES - unpacked);
            if (unpacked >= MAX_UNPACKED_BYTES) {
                return Verdict.refused("the ZIP file unpacks to too much", "up to " + MAX_UNPACKED_BYTES + " bytes");
            }
        }
        return table ? Verdict.GOOD : Verdict.refused("there is no table in the ZIP file", "a CSV file");
    }

    /** What OASIS says in {@code INVALID_REQUEST.xml}, {@code m:ERR_DESC}; read as text, so that no entity is resolved. */
    private static Verdict error(InputStream in) throws IOException {
        String xml = new String(in.readNBytes(MAX_ERROR_BYTES), StandardCharsets.UTF_8);
        Matcher description = DESCRIPTION.matcher(xml);
        String said = description.find() ? description.group(1) : "an error without description";
        return Verdict.refused("OASIS answers: " + said,
                "days and a node that are published; hourly prices go back about three years");
    }

    private static long skip(InputStream in, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        int n;
        while (total < most && (n = in.read(buffer)) > 0) {
            total += n;
        }
        return total;
    }

    private static boolean hasEndOfDirectory(byte[] body) {
        for (int at = body.length - 4; at >= Math.max(0, body.length - END_AREA); at--) {
            int matching = 0;
            while (matching < 4 && body[at + matching] == END_OF_DIRECTORY[matching]) {
                matching++;
            }
            if (matching == 4) {
                return true;
            }
        }
        return false;
    }
}
