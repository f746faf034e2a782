// The packaged cmark-gfm keeps its extensions in a second library without a pkg-config file;
// the module map links both.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
