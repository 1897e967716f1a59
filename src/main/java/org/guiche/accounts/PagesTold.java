package org.guiche.accounts;

/** The open pages of somebody whose access ended have been told on this node: what hangs on the container's sessions can be cut now. */
public record PagesTold(long personId) {}
