package id.pamong.office.organization;

/** Category of an electronic system (BSSN 8/2020): strategis, tinggi, rendah. */
public enum SystemCategory {
    STRATEGIC,
    HIGH,
    LOW
}
