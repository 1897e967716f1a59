/**
 * Companies, what they contracted and their projects; partners, their contracts and clients. Front door:
 * {@link org.guiche.partners.Companies}, which also decides in whose group a ticket opens; {@link org.guiche.partners.CompanyRegistry}
 * and {@link org.guiche.partners.Imports} for who administers; {@link org.guiche.partners.Contracts};
 * {@link org.guiche.partners.ContractLife} for what is decided about a contract, {@link org.guiche.partners.Partners} and
 * {@link org.guiche.partners.GeneralUsers} for administrators, {@link org.guiche.partners.AccessRequests} for who asks.
 */
@NullMarked
package org.guiche.partners;

import org.jspecify.annotations.NullMarked;
