/**
 * Companies, what they contracted and their projects; partners, their contracts and clients. Front door:
 * {@link org.guiche.partners.Companies}, which also decides in whose group a ticket opens; {@link org.guiche.partners.Contracts}.
 */
@NullMarked
package org.guiche.partners;

import org.jspecify.annotations.NullMarked;
