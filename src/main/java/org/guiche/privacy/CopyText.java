package org.guiche.privacy;

import org.guiche.tickets.PublicHistory;
import org.guiche.tickets.Words;

/** How the copy of a person's data is written, part by part: never all of it is in memory. */
interface CopyText {

    /** Who it is, up to the first ticket. */
    String head();

    /** One of the person's tickets. */
    String ticket(PublicHistory ticket);

    /** Between two of them. */
    String between();

    /** From the last ticket to the first message elsewhere. */
    String middle();

    /** A message of the person in a ticket of somebody else. */
    String words(Words words);

    /** What is left. */
    String tail();
}
