package org.guiche.units;

/** Why a ticket waits for somebody who is neither the agent nor the requester (S4-14). */
public record HoldReason(long id, String key, String name) {}
