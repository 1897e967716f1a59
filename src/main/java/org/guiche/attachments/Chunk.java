package org.guiche.attachments;

import org.jspecify.annotations.Nullable;

/**
 * What is said of a piece before its bytes come.
 *
 * @param offset where it belongs
 * @param length how many bytes; negative where nobody says
 * @param checksum what they have to hash to; null where nobody says
 */
public record Chunk(long offset, long length, @Nullable Checksum checksum) {}
