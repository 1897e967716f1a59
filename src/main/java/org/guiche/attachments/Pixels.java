package org.guiche.attachments;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** How many pixels a picture says it has. Reads the head only: a picture of a few bytes may unfold to gigabytes. */
final class Pixels {

    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int PNG_HEAD = 13;
    private static final int PNG_HEAD_NAME = 0x49484452;
    private static final int GIF_NAME = 6;
    private static final int JPEG_START = 0xFFD8;

    private Pixels() {}

    /** The number of pixels; empty when the head is not one of a picture of that type. */
    static OptionalLong of(InputStream bytes, Kind kind) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(bytes))) {
            return switch (kind) {
                case PNG -> png(in);
                case GIF -> gif(in);
                default -> jpeg(in);
            };
        } catch (EOFException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong png(DataInputStream in) throws IOException {
        var sound = in.readLong() == PNG && in.readInt() == PNG_HEAD && in.readInt() == PNG_HEAD_NAME;
        long width = in.readInt();
        long height = in.readInt();
        return sound && width > 0 && height > 0 ? OptionalLong.of(width * height) : OptionalLong.empty();
    }

    private static OptionalLong gif(DataInputStream in) throws IOException {
        in.skipNBytes(GIF_NAME);
        long width = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
        long height = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
        var flags = in.readUnsignedByte();
        in.skipNBytes(2);
        var hasColors = (flags & 0x80) != 0;
        in.skipNBytes(hasColors ? 3L << ((flags & 0x07) + 1) : 0);
        var block = in.readUnsignedByte(); // a picture, an extension or the end
        return block == ',' || block == '!' || block == ';' ? OptionalLong.of(width * height) : OptionalLong.empty();
    }

    private static OptionalLong jpeg(DataInputStream in) throws IOException {
        if (in.readUnsignedShort() != JPEG_START) {
            return OptionalLong.empty();
        }
        while (true) {
            var marker = marker(in);
            if (marker < 0xC0 || marker == 0xD8 || marker == 0xD9 || marker == 0xDA) {
                return OptionalLong.empty(); // the picture itself begins, or ends, and nobody has said how large it is
            }
            var length = in.readUnsignedShort();
            if (isFrame(marker)) {
                in.skipNBytes(1);
                return OptionalLong.of((long) in.readUnsignedShort() * in.readUnsignedShort());
            }
            in.skipNBytes(Math.max(0, length - 2));
        }
    }

    private static int marker(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            return 0;
        }
        var marker = in.readUnsignedByte();
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    private static boolean isFrame(int marker) {
        return marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
