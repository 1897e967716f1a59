/** Bytes, kept safely; does not know what they are attached to. Front door: {@link org.guiche.attachments.Attachments}. */
@NullMarked
package org.guiche.attachments;

import org.jspecify.annotations.NullMarked;
