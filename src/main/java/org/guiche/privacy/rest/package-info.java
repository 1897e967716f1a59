/** Resources of the module. */
@NullMarked
package org.guiche.privacy.rest;

import org.jspecify.annotations.NullMarked;
