package org.guiche.attachments;

import java.util.UUID;

/**
 * A file turned out to be infected, or is one more with bytes that had. Fired once for each file, in a transaction of its own after what it
 * tells was written down.
 *
 * @param name of the file, as its sender gave it
 * @param infection the scanner's name for what was found
 */
public record FileInfected(UUID file, String name, String infection) {}
