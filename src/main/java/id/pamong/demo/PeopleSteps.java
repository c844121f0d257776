package id.pamong.demo;

/** The administrator brings people in by a CSV file. */
final class PeopleSteps {
    private final Walk walk;

    PeopleSteps(Walk walk) {
        this.walk = walk;
    }

    /** A dry run first, as the page asks, then the import. */
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
        WebPage done = administrator.send(report.formTo(report.address().getPath()));
        for (DemoPerson person : walk.government().imported()) {
            if (!administrator.look(done.address().getPath()).text().contains(person.name())
                    && done.hasProblems()) {
                throw new StepFailed(person + " was not imported: " + done);
            }
        }
    }
}
