package org.vppworkbench.sample.imports.source;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vppworkbench.model.scenario.Finding;

/** The XML with which OASIS answers a request it refuses. Only two texts are taken from it; nothing is resolved or expanded. */
public final class OasisReply {
    private static final int LONGEST = 200_000;
    private static final Pattern CODE = Pattern.compile("<(?:\\w+:)?ERR_CODE>([^<]*)<");
    private static final Pattern TEXT = Pattern.compile("<(?:\\w+:)?ERR_DESC>([^<]*)<");

    private OasisReply() {}

    /** What the reply says. */
    public static Finding finding(FilePart part) throws IOException {
        String xml = part.text(LONGEST);
        Matcher text = TEXT.matcher(xml);
        if (!text.find()) {
            return Finding.error(part.name(), null, "this is XML, not CSV", "a report in CSV (resultformat=6)");
        }
        Matcher code = CODE.matcher(xml);
        return Finding.error(
                part.name(),
                code.find() ? "ERR_CODE " + code.group(1).strip() : null,
                "OASIS refused the request: " + text.group(1).strip(),
                "a report with rows; ask again, for at most 31 days");
    }
}
