package org.guiche.tickets;

/**
 * That it is known who asks.
 *
 * @param proof how it is known
 * @param channel the way by which that is stated
 */
public record Identification(IdentityProof proof, Channel channel) {}
