package org.guiche.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Pictures as cameras and as nobody with good intentions make them. */
public final class SamplesOfPictures {

    private static final int ORIENTATION = 0x0112;
    private static final int PLACE = 0x8825;
    private static final int LATITUDE = 0x0002;

    private SamplesOfPictures() {}

    /** A photograph, red on its left and blue on its right, of a camera that was held like that (Exif, 1 to 8) and that says where it was. */
    public static byte[] photo(int width, int height, int orientation, int seed) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.setColor(new Color(seed & 0xffffff));
        pen.fillRect(width / 2 - 8, height / 2 - 8, 16, 16);
        pen.dispose();
        var jpeg = written(image, "jpeg");
        return Samples.joined(Arrays.copyOf(jpeg, 2), exif(orientation), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] exif(int orientation) {
        var tiff = ByteBuffer.allocate(2 + 2 + 4 + 2 + 2 * 12 + 4 + 2 + 12 + 4 + 24);
        tiff.putShort((short) 0x4d4d).putShort((short) 42).putInt(8).putShort((short) 2);
        entry(tiff, ORIENTATION, 3, 1, orientation << 16);
        entry(tiff, PLACE, 4, 1, 38);
        tiff.putInt(0).putShort((short) 1);
        entry(tiff, LATITUDE, 5, 3, 56);
        tiff.putInt(0).putInt(23).putInt(1).putInt(33).putInt(1).putInt(1).putInt(1);
        var head = ByteBuffer.allocate(10)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + 6 + tiff.capacity()))
                .put("Exif\0\0".getBytes(ISO_8859_1));
        return Samples.joined(head.array(), tiff.array());
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A PNG of one colour and few bytes that unfolds to that many points. */
    public static byte[] bomb(int width, int height, int bytesAPoint, int seed) {
        var points = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(points)) {
            var line = new byte[1 + width * bytesAPoint];
            line[1] = (byte) seed;
            for (var i = 0; i < height; i++) {
                deflated.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) (bytesAPoint == 4 ? 6 : bytesAPoint == 3 ? 2 : 0));
        return Samples.joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                chunk("IHDR", head.array()),
                chunk("IDAT", points.toByteArray()),
                chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String name, byte[] content) {
        var named = Samples.joined(name.getBytes(ISO_8859_1), content);
        var sum = new CRC32();
        sum.update(named);
        return Samples.joined(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** A zip of that many empty files. */
    public static byte[] crowd(int count) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var i = 0; i < count; i++) {
                var entry = new ZipEntry(Integer.toString(i, 36));
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(0);
                entry.setCrc(0);
                zip.putNextEntry(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The points of a picture. */
    public static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
