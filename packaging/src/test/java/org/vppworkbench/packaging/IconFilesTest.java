package org.vppworkbench.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class IconFilesTest {
    @Test
    void everySizeShowsGroundHouseAndFlash() throws IOException {
        for (int size : IconFiles.SIZES) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(IconFiles.png(size)));

            assertEquals(size, image.getWidth());
            assertEquals(size, image.getHeight());
            assertTrue(image.getRGB(0, 0) >>> 24 < 32, "the corner is all but transparent at " + size);
            Set<Integer> colours = new HashSet<>();
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    colours.add(image.getRGB(x, y));
                }
            }
            assertTrue(colours.contains(IconDrawing.GROUND.getRGB()), "ground at " + size);
            assertTrue(colours.contains(IconDrawing.HOUSE.getRGB()), "house at " + size);
            assertTrue(colours.contains(IconDrawing.FLASH.getRGB()), "flash at " + size);
        }
    }

    @Test
    void icoPointsAtItsImages() {
        ByteBuffer file = ByteBuffer.wrap(IconFiles.ico()).order(ByteOrder.LITTLE_ENDIAN);

        assertEquals(0, file.getShort());
        assertEquals(1, file.getShort(), "an icon, not a cursor");
        int count = file.getShort();
        assertEquals(6, count, "16, 32, 48, 64, 128, 256");
        int end = 0;
        for (int i = 0; i < count; i++) {
            int entry = 6 + 16 * i;
            int side = file.get(entry) & 0xFF;
            int length = file.getInt(entry + 8);
            int offset = file.getInt(entry + 12);
            byte[] image = new byte[length];
            file.get(offset, image);
            assertArrayEquals(IconFiles.png(side == 0 ? 256 : side), image);
            end = offset + length;
        }
        assertEquals(file.capacity(), end);
    }

    @Test
    void icnsIsARowOfBlocks() {
        ByteBuffer file = ByteBuffer.wrap(IconFiles.icns());
        int[] sizes = {16, 32, 64, 128, 256, 512};

        assertEquals(0x69636E73, file.getInt(), "icns");
        assertEquals(file.capacity(), file.getInt());
        for (int size : sizes) {
            file.getInt();
            byte[] image = new byte[file.getInt() - 8];
            file.get(image);
            assertArrayEquals(IconFiles.png(size), image);
        }
        assertEquals(0, file.remaining());
    }
}
