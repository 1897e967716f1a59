package org.guiche.attachments;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a camera wrote beside a picture (Exif 2.3, a TIFF in small). Only two things of it are read: how the camera was held, and whether it says where it was. */
record ExifTags(int orientation, boolean located) {

    static final ExifTags NONE = new ExifTags(1, false);

    private static final int ENTRY = 12;
    private static final int MOST_ENTRIES = 500;
    private static final int ORIENTATION = 0x0112;
    private static final int PLACE = 0x8825;
    private static final Set<Integer> LATITUDE_OR_AREA = Set.of(0x0002, 0x0004, 0x001C, 0x0014, 0x0016);

    /** Of the bytes from the byte order on; what cannot be understood says nothing. */
    static ExifTags of(byte[] tiff) {
        try {
            var buffer = ByteBuffer.wrap(tiff);
            buffer.order(buffer.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            if (buffer.getShort() != 42) {
                return NONE;
            }
            var first = entries(buffer, buffer.getInt());
            var place = first.get(PLACE);
            return new ExifTags(orientation(buffer, first), place != null && isPlace(buffer, buffer.getInt(place)));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return NONE;
        }
    }

    private static int orientation(ByteBuffer buffer, Map<Integer, Integer> entries) {
        var at = entries.get(ORIENTATION);
        var orientation = at == null ? 1 : buffer.getShort(at);
        return orientation >= 1 && orientation <= 8 ? orientation : 1;
    }

    private static boolean isPlace(ByteBuffer buffer, int at) {
        return entries(buffer, at).keySet().stream().anyMatch(LATITUDE_OR_AREA::contains);
    }

    /** By tag, where its value stands. */
    private static Map<Integer, Integer> entries(ByteBuffer buffer, int at) {
        var entries = new HashMap<Integer, Integer>();
        var count = Math.min(MOST_ENTRIES, Short.toUnsignedInt(buffer.getShort(at)));
        for (var i = 0; i < count; i++) {
            var entry = at + 2 + i * ENTRY;
            entries.put(Short.toUnsignedInt(buffer.getShort(entry)), entry + 8);
        }
        return entries;
    }
}
