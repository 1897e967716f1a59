/** How the product speaks to programs: problem documents, idempotency keys, versions, cursors. */
@NullMarked
package org.guiche.shared.rest;

import org.jspecify.annotations.NullMarked;
