package org.guiche.partners;

import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A company with its services and projects, read in one query: every ticket that opens asks for it. */
record EquippedCompany(Company company, List<ContractedService> services, List<ProjectOf> allProjects) {

    private static final String WITH_SERVICES = """
            select c.id, c.group_id, c.name, c.cnpj,
                (select string_agg(s.id || chr(31) || s.name, chr(30) order by s.name)
                    from partners_service s where s.company_id = c.id%s),
                (select string_agg(concat_ws(chr(31), p.id, coalesce(p.partner_id, 0), p.concluded_on is not null, p.name), chr(30)
                        order by p.concluded_on is not null, p.name)
                    from partners_project p where p.company_id = c.id)
            from partners_company c
            """;

    /** With what is contracted now. */
    static final String COLUMNS = WITH_SERVICES.formatted(" and s.ended_at is null");

    /** With what was contracted ever. */
    static final String FORMER_COLUMNS = WITH_SERVICES.formatted("");

    /** Between the items of a list, and between the parts of one: no name holds such characters. */
    private static final String ITEM = "\u001e";

    private static final String PART = "\u001f";

    /** A project and the partner who does it; zero for none. */
    record ProjectOf(long partnerId, Project project) {}

    static List<EquippedCompany> read(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> of((Object[]) row)).toList();
    }

    private static EquippedCompany of(Object[] row) {
        var company = OpenableCompanies.company(row);
        return new EquippedCompany(
                company,
                items((String) row[4])
                        .map(part -> new ContractedService(Long.parseLong(part[0]), part[1]))
                        .toList(),
                items((String) row[5]).map(part -> project(part, company)).toList());
    }

    private static Stream<String[]> items(@Nullable String list) {
        return Optional.ofNullable(list).stream()
                .flatMap(items -> Arrays.stream(items.split(ITEM, -1)))
                .map(item -> item.split(PART, -1));
    }

    private static ProjectOf project(String[] part, Company company) {
        var project = new Project(Long.parseLong(part[0]), company.id(), part[3], part[2].startsWith("t"));
        return new ProjectOf(Long.parseLong(part[1]), project);
    }

    /** Its projects: all of them, or those that a partner may see, its own and those without a partner. */
    List<Project> projects(@Nullable PartnerName partner) {
        return allProjects.stream()
                .filter(one -> partner == null || one.partnerId() == 0 || one.partnerId() == partner.id())
                .map(ProjectOf::project)
                .toList();
    }
}
