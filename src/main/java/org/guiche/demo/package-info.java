/** Fictional companies, people and tickets to try the product with; only where {@code guiche.demo} says so. */
@NullMarked
package org.guiche.demo;

import org.jspecify.annotations.NullMarked;
