/**
 * Starts everything with one process: checks the settings, reaches the external PostgreSQL or starts the embedded one, starts
 * the server, deploys the war beside it and says when it is ready. Not part of the war, and uses nothing of it. Front door:
 * {@link org.guiche.launcher.Main}.
 */
@NullMarked
package org.guiche.launcher;

import org.jspecify.annotations.NullMarked;
