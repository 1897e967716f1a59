/** The demo's own calls. */
@NullMarked
package org.guiche.demo.rest;

import org.jspecify.annotations.NullMarked;
