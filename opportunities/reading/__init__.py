"""Reading documents of policy: taking in their text, and marking which sentence is about which theme."""
