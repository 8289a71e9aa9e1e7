package org.vppworkbench.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** The icon as the files that the systems want: PNG for Linux, ICO for Windows, ICNS for macOS. */
final class IconFiles {
    static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256, 512);

    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;
    private static final int ICNS_HEADER = 8;

    /** The types of ICNS that hold a PNG, with its size in pixels. */
    private static final List<IcnsType> ICNS_TYPES = List.of(
            new IcnsType("icp4", 16),
            new IcnsType("icp5", 32),
            new IcnsType("icp6", 64),
            new IcnsType("ic07", 128),
            new IcnsType("ic08", 256),
            new IcnsType("ic09", 512));

    private record IcnsType(String code, int size) {}

    private IconFiles() {}

    /** Writes icon-SIZE.png for every size, icon.ico and icon.icns into a folder. */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int size : SIZES) {
            Files.write(folder.resolve("icon-" + size + ".png"), png(size));
        }
        Files.write(folder.resolve("icon.ico"), ico());
        Files.write(folder.resolve("icon.icns"), icns());
    }

    static byte[] png(int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(IconDrawing.of(size), "png", out)) {
                throw new IllegalStateException("this Java runtime writes no PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A directory of PNG images up to 256 pixels, which Windows reads since Vista; 256 is written as 0. */
    static byte[] ico() {
        List<Integer> sizes = SIZES.stream().filter(size -> size <= 256).toList();
        List<byte[]> images = sizes.stream().map(IconFiles::png).toList();
        int offset = ICO_HEADER + ICO_ENTRY * sizes.size();
        int length = offset + images.stream().mapToInt(image -> image.length).sum();
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
        for (int i = 0; i < sizes.size(); i++) {
            byte side = (byte) (sizes.get(i) % 256);
            file.put(side).put(side).put((byte) 0).put((byte) 0);
            file.putShort((short) 1).putShort((short) 32);
            file.putInt(images.get(i).length).putInt(offset);
            offset += images.get(i).length;
        }
        images.forEach(file::put);
        return file.array();
    }

    /** Typed blocks, each with its length in bytes, big-endian. */
    static byte[] icns() {
        List<byte[]> images = new ArrayList<>();
        int length = ICNS_HEADER;
        for (IcnsType type : ICNS_TYPES) {
            byte[] image = png(type.size());
            images.add(image);
            length += ICNS_HEADER + image.length;
        }
        ByteBuffer file = ByteBuffer.allocate(length);
        file.put(ascii("icns")).putInt(length);
        for (int i = 0; i < images.size(); i++) {
            file.put(ascii(ICNS_TYPES.get(i).code())).putInt(ICNS_HEADER + images.get(i).length);
            file.put(images.get(i));
        }
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
