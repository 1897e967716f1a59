package org.guiche.attachments;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a picture says of itself before the first of its points.
 *
 * @param orientation as Exif counts it, 1 to 8
 * @param located whether it says where it was taken
 * @param gradual whether all of it is needed before any of it can be drawn, which takes memory
 */
record PictureHead(int orientation, boolean located, boolean gradual) {

    private static final int MOST = 256 * 1024; // of one part; none that is written by a camera has more than 64 KB
    private static final int PNG_MARK = 8;
    private static final String EXIF = "Exif\0\0";
    private static final String XMP_LATITUDE = "GPSLatitude";

    /** Reads it; where the picture ends too early, as far as that goes. */
    static PictureHead of(InputStream bytes, Kind kind) throws IOException {
        var head = new Reading();
        try (var in = new DataInputStream(new BufferedInputStream(bytes))) {
            switch (kind) {
                case JPEG -> head.jpeg(in);
                case PNG -> head.png(in);
                default -> {}
            }
        } catch (EOFException e) {
            return head.read();
        }
        return head.read();
    }

    private static final class Reading {

        private ExifTags tags = ExifTags.NONE;
        private boolean located;
        private boolean gradual;

        PictureHead read() {
            return new PictureHead(tags.orientation(), located || tags.located(), gradual);
        }

        void jpeg(DataInputStream in) throws IOException {
            in.skipNBytes(2);
            while (true) {
                var marker = marker(in);
                if (marker < 0xC0 || marker == 0xD9 || marker == 0xDA) {
                    return;
                }
                gradual |= marker == 0xC2 || marker == 0xC6 || marker == 0xCA || marker == 0xCE;
                var length = Math.max(0, in.readUnsignedShort() - 2);
                if (marker == 0xE1) {
                    beside(in.readNBytes(length));
                } else {
                    in.skipNBytes(length);
                }
            }
        }

        private void beside(byte[] part) {
            var letters = new String(part, StandardCharsets.ISO_8859_1);
            if (letters.startsWith(EXIF)) {
                tags = ExifTags.of(Arrays.copyOfRange(part, EXIF.length(), part.length));
            }
            located |= letters.contains(XMP_LATITUDE);
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

        void png(DataInputStream in) throws IOException {
            in.skipNBytes(PNG_MARK);
            while (true) {
                var length = Integer.toUnsignedLong(in.readInt());
                var name = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                if (name.equals("IEND")) {
                    return;
                }
                if (length <= MOST && name.equals("eXIf")) {
                    tags = ExifTags.of(in.readNBytes((int) length));
                } else if (length <= MOST && name.equals("iTXt")) {
                    located |=
                            new String(in.readNBytes((int) length), StandardCharsets.ISO_8859_1).contains(XMP_LATITUDE);
                } else {
                    in.skipNBytes(length);
                }
                in.skipNBytes(4);
            }
        }
    }
}
