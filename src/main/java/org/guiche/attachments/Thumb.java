package org.guiche.attachments;

/**
 * A small picture without anything but its pixels.
 *
 * @param mediaType {@code image/jpeg}, or {@code image/png} where something shines through
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Thumb(String mediaType, byte[] bytes) {}
