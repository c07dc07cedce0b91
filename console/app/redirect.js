// The fragment may carry the staff token, which a redirect in the markup would drop.
location.replace(`overview.html${location.search}${location.hash}`);
