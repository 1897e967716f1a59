package org.guiche.attachments;

/**
 * What is known of a content that is a picture.
 *
 * @param small whether there is a small one to show beside the name
 * @param located whether it says where it was taken
 */
public record Picture(boolean small, boolean located) {

    /** Of what is no picture, or was not looked at so far. */
    static final Picture UNKNOWN = new Picture(false, false);
}
