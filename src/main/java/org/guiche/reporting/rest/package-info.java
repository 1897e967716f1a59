/** Reports for programs. */
@NullMarked
package org.guiche.reporting.rest;

import org.jspecify.annotations.NullMarked;
