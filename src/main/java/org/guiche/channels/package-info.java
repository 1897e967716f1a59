/** Other ways in and out: for now the mails to send, written in the transaction of what they tell. */
@NullMarked
package org.guiche.channels;

import org.jspecify.annotations.NullMarked;
