/** What tests of the rooms stand on. */
package id.pamong.testkit;
