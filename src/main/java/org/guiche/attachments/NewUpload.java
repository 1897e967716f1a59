package org.guiche.attachments;

/**
 * What is said of a large file before its bytes come.
 *
 * @param name as it was sent, with whatever is in it
 * @param place where it is to go; empty where nobody says
 */
public record NewUpload(String name, long size, String place) {}
