package org.guiche.attachments;

import java.util.UUID;

/**
 * Something uses a file that is infected. Fired once for each file, whichever came first, in a transaction of its own.
 *
 * @param infection the scanner's name for what was found
 */
public record InfectedFileUsed(UUID file, String infection) {}
