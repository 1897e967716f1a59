/** The pages of tickets: the wizard, the requester's own, the workspace. */
@NullMarked
package org.guiche.tickets.web;

import org.jspecify.annotations.NullMarked;
