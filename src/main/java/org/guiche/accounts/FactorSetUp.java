package org.guiche.accounts;

/**
 * What an authenticator app takes over.
 *
 * @param secret in groups of four, to be typed
 * @param uri the same as a picture says it
 */
public record FactorSetUp(String secret, String uri) {}
