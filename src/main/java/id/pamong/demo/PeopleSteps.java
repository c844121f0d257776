package id.pamong.demo;

/** The administrator brings people in by a CSV file. */
final class PeopleSteps {
    private final Walk walk;

    PeopleSteps(Walk walk) {
        this.walk = walk;
    }

    /**
     * A dry run first, as the page asks, then the import. Whoever comes again after everyone was
     * entered finds nothing left to enter; that everyone is there is looked up either way.
     */
    void importPeople() {
        Visitor administrator = walk.as(walk.government().head());
        WebPage report =
                administrator.send(
                        administrator
                                .open(walk.at("/pengelola/impor"))
                                .formWith("file")
                                .attach(
                                        "file",
                                        new Upload(
                                                "pegawai.csv",
                                                "text/csv",
                                                walk.government().csv())));
        WebPage done =
                report.findFormTo(report.address().getPath())
                        .map(administrator::send)
                        .orElse(report);
        for (DemoPerson person : walk.government().imported()) {
            String search = "/pengelola/pegawai?cari=" + Visitor.encoded(person.name());
            if (administrator.open(walk.at(search)).link("/pengelola/pegawai/").isEmpty()) {
                throw new StepFailed(person + " was not imported: " + done);
            }
        }
    }
}
