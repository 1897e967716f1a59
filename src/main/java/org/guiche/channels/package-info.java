/**
 * Other ways in and out: the mails to send and what people are told in the pages, written in the transaction of what they tell. Front
 * door: {@link org.guiche.channels.Notifications}.
 */
@NullMarked
package org.guiche.channels;

import org.jspecify.annotations.NullMarked;
