// The one main() of every test executable.
#define BOOST_TEST_MODULE accueil
#include <boost/test/unit_test.hpp>
