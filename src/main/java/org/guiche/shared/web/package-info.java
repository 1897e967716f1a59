/** What all pages share: their texts, the response headers, records as properties, the edges where errors end. */
@NullMarked
package org.guiche.shared.web;

import org.jspecify.annotations.NullMarked;
