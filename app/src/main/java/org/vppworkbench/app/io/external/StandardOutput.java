package org.vppworkbench.app.io.external;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.vppworkbench.negotiation.external.Heard;
import org.vppworkbench.negotiation.external.Heard.FaultKind;

/**
 * Reads the lines of a program into a queue of bounded length: a program that says more than anybody listens to waits in its
 * own write, and costs nothing else.
 */
final class StandardOutput implements Runnable {
    /** Longest line [bytes]. */
    static final int LONGEST = 65_536;

    private final InputStream bytes;
    private final BlockingQueue<Heard> lines;
    private final Supplier<String> ending;

    /**
     * @param ending how the program ended, asked once its output has
     */
    StandardOutput(InputStream bytes, BlockingQueue<Heard> lines, Supplier<String> ending) {
        this.bytes = new BufferedInputStream(bytes);
        this.lines = lines;
        this.ending = ending;
    }

    @Override
    public void run() {
        try {
            if (read()) {
                lines.put(new Heard.Fault(FaultKind.ENDED, ending.get()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether the output came to its end; after too long a line nothing more is read. */
    private boolean read() throws InterruptedException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int b = bytes.read(); b >= 0; b = bytes.read()) {
                if (b == '\n') {
                    lines.put(text(line.toByteArray()));
                    line.reset();
                } else if (line.size() < LONGEST) {
                    line.write(b);
                } else {
                    lines.put(new Heard.Fault(FaultKind.TOO_LONG, "sent a line of more than " + LONGEST + " bytes"));
                    return false;
                }
            }
        } catch (IOException e) {
            return true; // closed while the process is ended
        }
        if (line.size() > 0) {
            lines.put(text(line.toByteArray()));
        }
        return true;
    }

    private static Heard text(byte[] line) {
        int length = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        try {
            return new Heard.Line(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length)).toString());
        } catch (CharacterCodingException e) {
            return new Heard.Fault(FaultKind.NOT_TEXT, "sent bytes that are no UTF-8 text");
        }
    }
}
