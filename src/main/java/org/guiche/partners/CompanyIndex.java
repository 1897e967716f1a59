package org.guiche.partners;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiche.shared.Cnpj;

/** All companies as they are now, by all that a file may call them: looked up many thousand times, read once. */
final class CompanyIndex {

    private static final String ALL = """
            select c.id, c.group_id, c.version, c.name, c.cnpj, c.address, c.active, d.domains
            from partners_company c left join (
                select company_id, string_agg(domain, ' ' order by domain) as domains from partners_domain group by company_id) d
                on d.company_id = c.id
            order by c.id""";

    private final Map<String, CompanyState> byCnpj = new HashMap<>();
    private final Map<String, List<CompanyState>> byName = new HashMap<>();
    private final Map<String, CompanyState> byDomain = new HashMap<>();

    static CompanyIndex read(EntityManager em) {
        var index = new CompanyIndex();
        Row.all(em, ALL).map(CompanyStates::state).forEach(index::add);
        return index;
    }

    private void add(CompanyState company) {
        var cnpj = company.text().cnpj();
        if (cnpj != null) {
            byCnpj.put(cnpj.value(), company);
        }
        byName.computeIfAbsent(ImportColumn.plain(company.text().name()), name -> new ArrayList<>())
                .add(company);
        company.text().domains().forEach(domain -> byDomain.put(domain, company));
    }

    Optional<CompanyState> of(Cnpj cnpj) {
        return Optional.ofNullable(byCnpj.get(cnpj.value()));
    }

    /** Those of that name, whatever its accents and capitals. */
    List<CompanyState> called(String name) {
        return byName.getOrDefault(ImportColumn.plain(name), List.of());
    }

    Optional<CompanyState> ofDomain(String domain) {
        return Optional.ofNullable(byDomain.get(domain));
    }
}
