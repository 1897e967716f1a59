/** Uploads over the API. */
@NullMarked
package org.guiche.attachments.rest;

import org.jspecify.annotations.NullMarked;
