/** The demo's own control in the pages. */
@NullMarked
package org.guiche.demo.web;

import org.jspecify.annotations.NullMarked;
