package org.guiche.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small honest files, and parts to make dishonest ones of. */
public final class Samples {

    private Samples() {}

    /** A picture of 16 by 16 in that format; another one for each seed. */
    public static byte[] picture(String format, long seed) {
        var image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        var random = new Random(seed);
        for (var i = 0; i < 256; i++) {
            image.setRGB(i & 15, i >> 4, random.nextInt(0xffffff));
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] png() {
        return picture("png", 7);
    }

    /** Opens in every reader: one empty page. */
    public static byte[] pdf() {
        return text("""
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
                trailer<</Root 1 0 R>>
                %%EOF
                """);
    }

    /** The same, whole: as programs write it that know where things are. */
    public static byte[] unsignedPdf() {
        return text(new String(pdf(), UTF_8).replace("%%EOF", "startxref\n9\n%%EOF"));
    }

    /** The same with a signature, as far as its place and its beginning go. */
    public static byte[] signedPdf() {
        var before =
                "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                        + "3 0 obj<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Contents ";
        var hole = "<3082" + "0".repeat(1000) + ">";
        var after = "/ByteRange [0 %1$05d %2$05d %3$05d]>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%%%EOF\n";
        var behind = before.length() + hole.length();
        var length = String.format(after, 0, 0, 0).length();
        return text(before + hole + String.format(after, before.length(), behind, length));
    }

    /** A zip of files with these names, each with the same few letters. */
    public static byte[] zip(String... names) {
        return zip(60, names);
    }

    /** The same with files of that many zeros. */
    public static byte[] zip(long size, String... names) {
        var out = new ByteArrayOutputStream();
        var zeros = new byte[64 * 1024];
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                for (var left = size; left > 0; left -= zeros.length) {
                    zip.write(zeros, 0, (int) Math.min(left, zeros.length));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** As Word writes it. */
    public static byte[] docx() {
        return zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
    }

    /** Begins as Windows programs do. */
    public static byte[] program() {
        return padded("4d5a90000300000004000000ffff0000", 512);
    }

    /** That, in hexadecimal digits, and noise up to that many bytes; the same noise each time. */
    public static byte[] padded(String start, int size) {
        var mark = HexFormat.of().parseHex(start);
        var bytes = new byte[size];
        new Random(3).nextBytes(bytes);
        System.arraycopy(mark, 0, bytes, 0, mark.length);
        return bytes;
    }

    /** So many bytes that are nothing; the same each time, and others for every number. */
    public static byte[] noise(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    public static byte[] letters(int count) {
        var bytes = new byte[count];
        Arrays.fill(bytes, (byte) 'a');
        return bytes;
    }

    public static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    /** One behind the other. */
    public static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** With these bytes, as letters, over what stood there. */
    public static byte[] over(byte[] bytes, int at, String letters) {
        var changed = bytes.clone();
        var with = letters.getBytes(ISO_8859_1);
        System.arraycopy(with, 0, changed, at, with.length);
        return changed;
    }
}
